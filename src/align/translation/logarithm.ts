/** Bits of the mantissa that tell table entries apart; the error stays under 0.0003. */
const bits = 11
const logs = Float64Array.from({ length: 1 << bits }, (_, k) => Math.log(1 + (k + 0.5) / (1 << bits)))
const ln2 = Math.LN2

/** Makes a natural logarithm of numbers of at least 1 that is exact to three decimals and several times faster than `Math.log`. */
export function createFastLog(): (value: number) => number {
  const float = new Float32Array(1)
  const word = new Uint32Array(float.buffer)
  return (value) => {
    float[0] = value
    const pattern = word[0] as number
    return ((pattern >>> 23) - 127) * ln2 + (logs[(pattern >>> (23 - bits)) & ((1 << bits) - 1)] as number)
  }
}
