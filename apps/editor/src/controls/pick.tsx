import { Check, ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

export interface Choice {
  readonly id: string
  readonly label: string
  /** A code before the label, in grey: `D11`. */
  readonly code?: string
}

interface Props {
  readonly label: string
  readonly value: string | null
  readonly choices: readonly Choice[]
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly onPick: (id: string) => void
}

/** One of several, from a list that opens. */
export function Pick({ label, value, choices, placeholder, isDisabled = false, onPick }: Props) {
  return (
    <Select
      aria-label={label}
      className="pick"
      isDisabled={isDisabled}
      value={value}
      placeholder={placeholder ?? ''}
      onChange={(key) => key !== null && onPick(String(key))}
    >
      <Button className="inp">
        <SelectValue className="pick-value" />
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Button>
      <Popover className="popover" offset={2}>
        <ListBox className="list" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} className="list-row" textValue={choice.label}>
              {({ isSelected }) => (
                <>
                  {choice.code !== undefined && <span className="code">{choice.code}</span>}
                  <span className="cut" title={choice.label}>
                    {choice.label}
                  </span>
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
