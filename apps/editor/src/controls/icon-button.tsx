import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Key } from './key.tsx'

interface Props {
  readonly label: string
  /** The key that does the same, as it is printed: `Ctrl+Z`. */
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly className?: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button of one icon. Its name and its key are in the tooltip. */
export function IconButton({
  label,
  keys,
  isDisabled = false,
  className,
  onPress,
  children,
}: Props) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        aria-label={label}
        className={className ?? 'btn is-quiet is-icon'}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <Key keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
