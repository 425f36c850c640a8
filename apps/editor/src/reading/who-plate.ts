import type {
  Catalogue,
  DecisionTable,
  DirectoryIndex,
  Texts,
  Who,
  Workflow,
} from '@yichuang/engine'
import { leadOf } from '@yichuang/engine'
import { stepOf } from '../document/block.ts'
import type { Wording } from '../wording/wording.ts'

/** What it takes to say who acts in a town: the directory on a day, and the language. */
export interface Reading {
  readonly workflow: Workflow
  readonly directory: DirectoryIndex
  readonly tables: Readonly<Record<string, DecisionTable>>
  readonly sources: Catalogue['sources']
  readonly town: string
  readonly townTitle: string
  /** The title of any town. */
  readonly townNames: (town: string) => string
  /** Any workflow of the workspace; the shown one stands in for an unknown id. */
  readonly workflowNamed: (id: string) => Workflow
  readonly day: string
  readonly wording: Wording
}

/** The doorplate of a step: `centre | section`, or the town and the word for a vacancy. */
export interface Plate {
  readonly left: string | null
  readonly right: string
  readonly isGap: boolean
  /** The whole names, for the tooltip and for readers of the screen. */
  readonly full: string
  /** The section that the directory proposes for a vacancy. */
  readonly proposed?: string
}

/** Who acts: a plate, or plain words where no door stands behind the duty; and the post. */
export interface Acting {
  readonly plate: Plate | null
  readonly words: string | null
  readonly post: string | null
}

/** Who acts for one `by` entry in the town of the reading. */
export function actingFor(who: Who, reading: Reading): Acting {
  const { directory, wording, workflow } = reading
  if ('duty' in who) {
    const post = who.post === undefined ? null : postTitle(who.post, reading)
    return { plate: dutyPlate(who.duty, reading), words: null, post }
  }
  if ('post' in who) return { plate: postPlate(who.post, reading), words: null, post: null }
  if ('body' in who) {
    const title = wording.name(directory.bodies.get(who.body)?.title, who.body)
    return {
      plate: { left: null, right: title, isGap: false, full: title },
      words: null,
      post: null,
    }
  }
  return { plate: null, words: plainWords(who, workflow, wording), post: null }
}

function plainWords(
  who: Exclude<Who, { duty: string } | { body: string } | { post: string }>,
  workflow: Workflow,
  wording: Wording,
): string {
  if ('party' in who) return wording.t(`party.${who.party}`)
  if ('table' in who) return wording.t('who.byTable')
  if ('field' in who) {
    return wording.t('who.byField', {
      field: wording.name(workflow.fields[who.field]?.label, who.field),
    })
  }
  const step = stepOf(workflow, who.same)
  return wording.t('who.same', { step: wording.name(step?.title, who.same) })
}

function dutyPlate(duty: string, reading: Reading): Plate {
  const { directory, town, townTitle, day, wording } = reading
  const { lead, proposed } = leadOf(directory, town, duty, day)
  if (lead) {
    const { section, centre } = lead.place
    const right = sectionName(section, wording)
    return {
      left: wording.name(centre.short ?? centre.title),
      right,
      isGap: false,
      full: `${wording.name(centre.title)} ${wording.name(section.title)}`,
    }
  }
  const suggestion = proposed && directory.sectionOf(town, proposed)?.section
  return {
    left: townTitle,
    right: wording.t('card.vacant'),
    isGap: true,
    full: wording.t('card.vacantFull', { town: townTitle, duty: dutyTitle(duty, reading) }),
    ...(suggestion && { proposed: sectionName(suggestion, wording) }),
  }
}

/** What stands on the door: in Chinese the whole name, which is short enough; in English the short one. */
export function sectionName(
  { title, short }: { readonly title: Texts; readonly short?: Texts | undefined },
  wording: Wording,
): string {
  return wording.name(wording.language === 'zh' ? title : (short ?? title))
}

function postPlate(post: string, reading: Reading): Plate {
  const { directory, town, townTitle, day, wording } = reading
  const title = postTitle(post, reading)
  const isVacant = directory.staffOf(town, { town: true }, post, day).length === 0
  if (!isVacant) {
    const left = wording.t('card.townGovernment')
    return { left, right: title, isGap: false, full: `${townTitle} ${title}` }
  }
  return {
    left: title,
    right: wording.t('card.vacant'),
    isGap: true,
    full: wording.t('card.vacantPost', { town: townTitle, post: title }),
  }
}

export function dutyTitle(duty: string, { directory, wording }: Reading): string {
  return wording.name(directory.duties.get(duty)?.title, duty)
}

export function postTitle(post: string, { directory, wording }: Reading): string {
  return wording.name(directory.posts.get(post)?.title, post)
}
