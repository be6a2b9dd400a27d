import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where a browser of the Chromium family stands on each system, the most usual first. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** For root, without a graphics card, and with nothing sent anywhere. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a headless browser: GCA_CHROMIUM, else an installed one. Rejects with what to do where there is none. */
export function startBrowser(): Promise<Browser> {
  const named = process.env.GCA_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`GCA_CHROMIUM names no file: ${named}`);
  const executablePath = named || (PLACES[process.platform] ?? []).find(place => existsSync(place));
  if (!executablePath) {
    throw new Error(
      'The tests in VS Code need a browser of the Chromium family, and none was found.\n' +
        'Debian, Ubuntu: apt-get install chromium. Elsewhere: install Chrome, Chromium or Edge.\n' +
        'One in an unusual place: name it in GCA_CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}
