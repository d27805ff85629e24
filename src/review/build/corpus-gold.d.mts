/** Files of corpus/ by their name in it, made from the masters that `readMaster(name)` gives. */
export function buildCorpus(readMaster: (name: string) => string): ReadonlyMap<string, string>
