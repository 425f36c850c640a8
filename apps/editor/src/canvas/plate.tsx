import type { Plate } from '../reading/who-plate.ts'

/** The small enamel doorplate: `centre | section`. */
export function DoorPlate({ plate }: { readonly plate: Plate }) {
  return (
    <span className={plate.isGap ? 'plate is-gap' : 'plate'} title={plate.full}>
      {plate.left !== null && <span className="plate-left">{plate.left}</span>}
      <span className="plate-right">{plate.right}</span>
    </span>
  )
}
