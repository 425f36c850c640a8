import type { Field, Value } from '@yichuang/engine'
import { Input, NumberField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Pick } from '../controls/pick.tsx'
import { TextInput } from '../controls/text-input.tsx'
import { useWording } from '../wording/use-wording.ts'
import { DayInput } from './day-input.tsx'

interface Props {
  readonly id: string
  readonly field: Field
  readonly value: Value | undefined
  readonly isNeeded?: boolean
  readonly onChange: (value: Value) => void
}

/** One fact of the case: its name and a control that fits its type. */
export function FieldRow({ id, field, value, isNeeded = false, onChange }: Props) {
  const { t, name, has } = useWording()
  const label = name(field.label, id)
  const unitKey = field.type === 'number' && field.unit ? `walk.unit.${field.unit}` : ''
  const unit = field.type === 'money' ? t('walk.unit.yuan') : has(unitKey) ? t(unitKey) : ''
  return (
    <div className="fact">
      <span className="fact-name" title={label}>
        {label}
        {isNeeded && (
          <span className="fact-needed" title={t('walk.needed')}>
            *
          </span>
        )}
      </span>
      <div className="fact-control">
        <FieldInput label={label} field={field} value={value} onChange={onChange} />
        {unit !== '' && <span className="fact-unit">{unit}</span>}
      </div>
    </div>
  )
}

interface InputProps {
  readonly label: string
  readonly field: Field
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
}

/** The choice that empties a field. No value is named so: ids have no space. */
const NOTHING = ' '

function FieldInput({ label, field, value, onChange }: InputProps) {
  const { t, name } = useWording()
  switch (field.type) {
    case 'boolean':
      return <YesNo label={label} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Pick
          label={label}
          value={typeof value === 'string' ? value : null}
          placeholder={t('walk.unknown')}
          choices={[
            ...field.of.map((id) => ({ id, label: name(field.labels?.[id], id) })),
            { id: NOTHING, label: t('walk.unknown') },
          ]}
          onPick={(id) => onChange(id === NOTHING ? null : id)}
        />
      )
    case 'number':
    case 'money': {
      const places = field.scale ?? (field.type === 'money' ? 2 : 0)
      return (
        <NumberField
          aria-label={label}
          className="fact-number"
          value={typeof value === 'number' ? value : Number.NaN}
          {...(field.min !== undefined && { minValue: field.min })}
          {...(field.max !== undefined && { maxValue: field.max })}
          formatOptions={{ maximumFractionDigits: places, useGrouping: false }}
          onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        >
          <Input className="inp" />
        </NumberField>
      )
    }
    case 'date':
      return (
        <DayInput
          label={label}
          value={typeof value === 'string' ? value : ''}
          onCommit={onChange}
          onClear={() => onChange(null)}
        />
      )
    case 'text':
      return (
        <TextInput
          label={label}
          value={typeof value === 'string' ? value : ''}
          onCommit={(text) => onChange(text === '' ? null : text)}
        />
      )
    case 'list':
      return (
        <TextInput
          label={label}
          value={Array.isArray(value) ? value.join('、') : ''}
          onCommit={(text) => onChange(text.split(/[、,，]/).filter(Boolean))}
        />
      )
  }
}

function YesNo({ label, value, onChange }: Omit<InputProps, 'field'>) {
  const { t } = useWording()
  const chosen = typeof value === 'boolean' ? [value ? 'yes' : 'no'] : []
  return (
    <ToggleButtonGroup
      className="seg fact-toggle"
      aria-label={label}
      selectionMode="single"
      selectedKeys={chosen}
      onSelectionChange={(keys) => onChange(keys.has('yes') ? true : keys.has('no') ? false : null)}
    >
      <ToggleButton id="yes">{t('walk.yes')}</ToggleButton>
      <ToggleButton id="no">{t('walk.no')}</ToggleButton>
    </ToggleButtonGroup>
  )
}
