import { type ComponentType, useRef, type VNode } from '../preact.ts'

/** A component that is drawn again only when one of its properties is another one. */
export function memo<Props extends object>(Inner: ComponentType<Props>): (props: Props) => VNode {
  return function Remembered(props) {
    const last = useRef<{ readonly props: Props; readonly drawn: VNode }>(undefined)
    if (last.current && isSame(last.current.props, props)) return last.current.drawn
    const drawn = <Inner {...props} />
    last.current = { props, drawn }
    return drawn
  }
}

function isSame<Props extends object>(a: Props, b: Props): boolean {
  const keys = Object.keys(a) as (keyof Props)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}
