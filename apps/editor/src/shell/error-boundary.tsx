import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useSession } from '../session-context.ts'
import { useWording } from '../wording/use-wording.ts'
import { Mark } from './mark.tsx'

interface Props {
  /** What is drawn: with another one it is tried again. */
  readonly of: unknown
  readonly children: ReactNode
}

interface State {
  readonly isBroken: boolean
  readonly of: unknown
}

/** Where a part of the page fails, the rest stays, and the user can save, undo or reload. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { isBroken: false, of: this.props.of }

  static getDerivedStateFromError(): Partial<State> {
    return { isBroken: true }
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { isBroken: false, of }
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const session = useSession()
  const { t } = useWording()
  return (
    <section className="empty" role="alert">
      <Mark size={56} />
      <h2>{t('broken.title')}</h2>
      <p>{t('broken.then')}</p>
      <div className="empty-buttons">
        <Button className="btn is-primary" onPress={() => void session.save()}>
          {t('broken.save')}
        </Button>
        <Button className="btn" onPress={session.undo}>
          {t('broken.undo')}
        </Button>
        <Button className="btn" onPress={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      </div>
    </section>
  )
}
