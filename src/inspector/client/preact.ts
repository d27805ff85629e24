/** What the page draws with: the only file that knows from where it comes. */
export { type ComponentChildren, type ComponentType, type JSX, type RefObject, render, type VNode } from 'preact'
export { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
