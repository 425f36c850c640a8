import type { StepKind } from '@yichuang/engine'
import { ok } from '@yichuang/engine'
import {
  Braces,
  LayoutGrid,
  ListTree,
  Plus,
  Spline,
  SquareDashed,
  Trash2,
  Workflow,
} from 'lucide-react'
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { useBlank } from '../canvas/blank.ts'
import { KindIcon } from '../canvas/kind-icon.tsx'
import { ZoomControls } from '../canvas/zoom-controls.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Key } from '../controls/key.tsx'
import { tidy } from '../document/commands/layout.ts'
import type { Surface } from '../document/view-state.ts'
import { useSession, useView } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'

const SURFACES: readonly (readonly [Surface, typeof Workflow])[] = [
  ['diagram', Workflow],
  ['outline', ListTree],
  ['source', Braces],
]

/** What can be done to the drawing, above it. */
export function ToolRow() {
  const session = useSession()
  const { surface, selection, connectingFrom } = useView()
  const { t } = useWording()
  return (
    <div className="tools" role="toolbar" aria-label={t('tools.label')}>
      <ToggleButtonGroup
        className="seg"
        aria-label={t('tools.surface')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[surface]}
        onSelectionChange={(keys) => {
          const next = SURFACES.find(([id]) => keys.has(id))
          if (next) session.show({ surface: next[0] })
        }}
      >
        {SURFACES.map(([id, Icon]) => (
          <ToggleButton key={id} id={id}>
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            {t(`tools.${id}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="tools-rule" />
      <AddMenu />
      <ToolButton
        label={t('tools.connect')}
        keys="C"
        isDisabled={!selection}
        isOn={connectingFrom !== null}
        onPress={() =>
          session.show({
            connectingFrom: connectingFrom === null ? (selection?.step ?? null) : null,
          })
        }
        icon={Spline}
      />
      <ToolButton
        label={t('tools.delete')}
        isDisabled={!selection}
        onPress={session.deleteSelected}
        icon={Trash2}
      />
      <ToolButton
        label={t('tools.tidy')}
        onPress={() => session.edit('tidy', (workflow) => ok(tidy(workflow)))}
        icon={LayoutGrid}
      />
      <span className="grow" />
      <IconButton label={t('tools.nextGap')} onPress={session.selectNextGap}>
        <SquareDashed size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {surface === 'diagram' && <ZoomControls />}
    </div>
  )
}

const KINDS: readonly StepKind[] = [
  'task',
  'decision',
  'wait',
  'parallel',
  'phase',
  'service',
  'call',
]

function AddMenu() {
  const session = useSession()
  const { selection } = useView()
  const { t } = useWording()
  const blank = useBlank()
  return (
    <MenuTrigger>
      <Button className="btn is-quiet tool" isDisabled={!selection} aria-label={t('tools.add')}>
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        <span className="tool-words">{t('tools.add')}</span>
        <Key keys="A" />
      </Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="list"
          aria-label={t('tools.add')}
          onAction={(key) => {
            const kind = KINDS.find((it) => it === key)
            if (!kind || !selection) return
            const { step, exit } = selection
            session.addStep({ after: step, ...(exit !== undefined && { exit }) }, blank(kind))
          }}
        >
          {KINDS.map((kind) => (
            <MenuItem key={kind} id={kind} className="list-row" textValue={t(`kind.${kind}`)}>
              <KindIcon kind={kind} />
              <span>{t(`kind.${kind}`)}</span>
              <span className="code">{t(`kindHint.${kind}`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ToolProps {
  readonly label: string
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly isOn?: boolean
  readonly icon: typeof Workflow
  readonly onPress: () => void
}

function ToolButton({
  label,
  keys,
  isDisabled = false,
  isOn = false,
  icon: Icon,
  onPress,
}: ToolProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        className={isOn ? 'btn is-quiet tool is-on' : 'btn is-quiet tool'}
        aria-label={label}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className="tool-words">{label}</span>
        {keys !== undefined && <Key keys={keys} />}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <Key keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
