/** How a store is opened; sizes and times are what tests make small. */
export interface SqliteStoreOptions {
  /** `read`: must be there, is not written to. `write`: must be there. `create`: made when there is none. */
  readonly mode?: 'read' | 'write' | 'create'
  /** Pages that the file may have; a write that needs more fails as it does on a full disk. */
  readonly maxPages?: number
  /** How long a writer waits for its turn. */
  readonly patienceMs?: number
  /** Bytes of the log of writes above which it is folded in, first where nobody reads, then with a pause for readers. */
  readonly largeLog?: number
  readonly hugeLog?: number
}

/** Half a minute, as the contract says. */
export const usualPatienceMs = 30_000
