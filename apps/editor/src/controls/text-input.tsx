import { useEffect, useState } from 'react'
import { Input, NumberField, TextField } from 'react-aria-components'

interface TextProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onCommit: (text: string) => void
}

/** One line of text. It is taken over on Enter or when the field is left; Escape gives it up. */
export function TextInput({ label, value, placeholder, onCommit }: TextProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim())
  }
  return (
    <TextField aria-label={label} value={text} onChange={setText} className="text-field">
      <Input
        className="inp"
        placeholder={placeholder ?? ''}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setText(value)
        }}
      />
    </TextField>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number | null
  readonly least?: number
  readonly onCommit: (value: number | null) => void
}

/** A whole number; an emptied field gives null. */
export function NumberInput({ label, value, least = 1, onCommit }: NumberProps) {
  return (
    <NumberField
      aria-label={label}
      className="number-field"
      value={value ?? Number.NaN}
      minValue={least}
      step={1}
      onChange={(next) => {
        const given = Number.isNaN(next) ? null : next
        if (given !== value) onCommit(given)
      }}
    >
      <Input className="inp" />
    </NumberField>
  )
}
