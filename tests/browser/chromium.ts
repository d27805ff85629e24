import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

export type { Browser, BrowserContext, Page } from 'playwright-core'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the browser is: `$CHROMIUM`, or where systems put it; undefined when there is none. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM ?? '', ...candidates].find(
  (path) => path !== '' && existsSync(path),
)

/** It reaches no network by itself, and has no screen. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser. */
export const launchBrowser = (words: readonly string[] = []) =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [...quiet, ...words],
  })
