import type { DirectoryIndex } from '../directory/directory-index.ts'
import type { RejectedSection } from '../directory/lead-of.ts'
import { leadOf } from '../directory/lead-of.ts'
import type { Binding } from '../model/directory.ts'
import type { CaseData } from '../model/field.ts'
import { type Who, whoList } from '../model/who.ts'

/** Those whom one entry of `by` asks, and why them: the binding used and the sections passed over. */
export interface RoutedGroup {
  readonly by: Who
  readonly duty?: string
  readonly post?: string
  readonly section?: string
  readonly centre?: string
  readonly binding?: Pick<Binding, 'part' | 'from' | 'to'>
  /** Staff ids, or `@applicant`, `@agent`, `@third-party`, `@body:<id>`. */
  readonly people: readonly string[]
  /** By the id of a substitute: for whom, who is away that day. */
  readonly substitutes?: Readonly<Record<string, string>>
  /** The duty that nobody leads on that day, with the section that a proposal names. */
  readonly gap?: { readonly duty: string; readonly proposed?: string }
  /** People named by the case who hold no post in the town on that day, and so are not asked. */
  readonly absent?: readonly string[]
  readonly rejected: readonly RejectedSection[]
}

/** What a decision table answers about who is to act. */
export interface TableAnswer {
  readonly duty?: string
  readonly post?: string
}

/** All that routing looks at: the directory, one town on one civil day, and the case. */
export interface RoutingContext {
  readonly index: DirectoryIndex
  readonly town: string
  readonly day: string
  readonly data: CaseData
  /** Who completed a step of this case, in order. */
  readonly completedBy: (step: string) => readonly string[]
  /** What a table answers for this case; null when no row is hit. */
  readonly table?: (id: string) => TableAnswer | null
}

/** Who acts on a step: one group per entry of `by`. A group without people is a fact, not a failure. */
export function routeWho(
  by: Who | readonly Who[],
  context: RoutingContext,
): readonly RoutedGroup[] {
  const { index, town, day } = context
  const answers = answersOf(index)
  const last = answers.get(by)
  if (last?.town === town && last.day === day) return last.groups
  const asked = whoList(by)
  const groups = asked.map((who) => withSubstitutes(routeOne(who, context), context))
  if (asked.every(isSettledByDirectory)) answers.set(by, { town, day, groups })
  return groups
}

interface Answer {
  readonly town: string
  readonly day: string
  readonly groups: readonly RoutedGroup[]
}

/** By edition of the directory: the last answer to each question that the case has no part in. */
const answered = new WeakMap<DirectoryIndex, WeakMap<Who | readonly Who[], Answer>>()

function answersOf(index: DirectoryIndex): WeakMap<Who | readonly Who[], Answer> {
  const known = answered.get(index)
  if (known !== undefined) return known
  const answers = new WeakMap<Who | readonly Who[], Answer>()
  answered.set(index, answers)
  return answers
}

function isSettledByDirectory(who: Who): boolean {
  return 'duty' in who || 'post' in who || 'party' in who || 'body' in who
}

/** Those who are away give way to whoever stands in for them that day, under the own name. */
function withSubstitutes(group: RoutedGroup, { index, town, day }: RoutingContext): RoutedGroup {
  const substitutes: Record<string, string> = {}
  const people = group.people.flatMap((person): readonly string[] => {
    const standIn = isOutside(person) ? person : index.standInFor(town, person, day)
    if (standIn === person) return [person]
    if (standIn === null || group.people.includes(standIn)) return []
    substitutes[standIn] = person
    return [standIn]
  })
  if (people.length === group.people.length && people.every((one, at) => one === group.people[at]))
    return group
  return {
    ...group,
    people: [...new Set(people)],
    ...(Object.keys(substitutes).length === 0 ? {} : { substitutes }),
  }
}

function routeOne(by: Who, context: RoutingContext): RoutedGroup {
  if ('duty' in by) return routeDuty(by, by, context)
  if ('post' in by) return routePost(by, by.post, context)
  if ('party' in by) return { by, people: [`@${by.party}`], rejected: [] }
  if ('body' in by) return { by, people: [`@body:${by.body}`], rejected: [] }
  if ('table' in by) return routeTable(by, context.table?.(by.table) ?? {}, context)
  if ('field' in by) return routeNamed(by, staffIdsIn(context.data, by.field), context)
  return routeNamed(by, context.completedBy(by.same), context)
}

function routeDuty(
  by: Who,
  { duty, post }: { readonly duty: string; readonly post?: string },
  { index, town, day }: RoutingContext,
): RoutedGroup {
  const { lead, proposed, rejected } = leadOf(index, town, duty, day)
  const asked = { by, duty, ...(post === undefined ? {} : { post }) }
  if (lead === undefined) {
    const gap = { duty, ...(proposed === undefined ? {} : { proposed }) }
    return { ...asked, people: [], gap, rejected }
  }
  const { part, from, to } = lead.binding
  return {
    ...asked,
    section: lead.place.id,
    centre: lead.place.centreId,
    binding: {
      part,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
    people: index.staffOf(town, { section: lead.place.id }, post, day),
    rejected,
  }
}

/** A post without a duty is asked in the whole town; below town level it would not say where. */
function routePost(by: Who, post: string, { index, town, day }: RoutingContext): RoutedGroup {
  const isOfTown = index.posts.get(post)?.level === 'town'
  const people = isOfTown ? index.staffOf(town, { town: true }, post, day) : []
  return { by, post, people, rejected: [] }
}

function routeTable(by: Who, { duty, post }: TableAnswer, context: RoutingContext): RoutedGroup {
  if (duty !== undefined)
    return routeDuty(by, { duty, ...(post === undefined ? {} : { post }) }, context)
  return post === undefined ? { by, people: [], rejected: [] } : routePost(by, post, context)
}

/** People named by the case, in the order named; staff who have left the town are set apart. */
function routeNamed(by: Who, named: readonly string[], context: RoutingContext): RoutedGroup {
  const { index, town, day } = context
  const distinct = [...new Set(named)]
  const isHere = (id: string) => isOutside(id) || index.isInOffice(town, id, day)
  const absent = distinct.filter((id) => !isHere(id))
  const people = distinct.filter(isHere)
  return { by, people, ...(absent.length === 0 ? {} : { absent }), rejected: [] }
}

/** Parties and bodies are written with an at-sign, which no staff id begins with. */
function isOutside(id: string): boolean {
  return id.startsWith('@')
}

function staffIdsIn(data: CaseData, field: string): readonly string[] {
  const value = Object.hasOwn(data, field) ? data[field] : undefined
  const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return values.filter((id) => typeof id === 'string').filter((id) => !isOutside(id))
}
