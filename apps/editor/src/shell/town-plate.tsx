import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { sectionCount } from '../reading/section-count.ts'
import { useWorkspace } from '../reading/use-reading.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

/** The enamel plate that says in which town the workflows are read. Changing it moves nothing. */
export function TownPlate() {
  const session = useSession()
  const workspace = useWorkspace()
  const { town } = useView()
  const { t, name } = useWording()
  const towns = workspace?.info.towns ?? []
  const titleOf = (id: string) => name(workspace?.directory.towns[id]?.title, id)
  const countOf = (id: string) => sectionCount(workspace?.directory.towns[id])
  return (
    <Select
      aria-label={t('top.town')}
      value={town}
      onChange={(key) => key !== null && session.show({ town: String(key) })}
    >
      <Button className="plate-town">
        <SelectValue className="plate-town-value">
          {() => (
            <>
              {titleOf(town)}
              <small>{t('top.sections', { n: countOf(town) })}</small>
            </>
          )}
        </SelectValue>
        <ChevronDown size={14} strokeWidth={2} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={towns.map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="list-row" textValue={titleOf(id)}>
              {({ isSelected }) => (
                <>
                  <span>{titleOf(id)}</span>
                  <span className="code">{t('top.sections', { n: countOf(id) })}</span>
                  {isSelected && (
                    <Check className="list-check" size={14} strokeWidth={2} aria-hidden />
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
