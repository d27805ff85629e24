/** Whether a text is an address of a web server without a name and password in it. */
export function isServerAddress(address: string): boolean {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** Where vectors are asked for: an address that ends before the path of the service is completed. */
export function embeddingsAddress(address: string): string {
  const url = new URL(address)
  const path = url.pathname.replace(/\/+$/u, '')
  if (path === '') url.pathname = '/v1/embeddings'
  else if (path.endsWith('/v1')) url.pathname = `${path}/embeddings`
  return url.href
}

/** Whether an address is on this computer. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address)
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname)
}
