import { type Browser, chromium } from "playwright-core";

/** Where Chromium and its kin usually stand; `CHROMIUM` names another. */
const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].filter((place) => place !== undefined);

/** A headless browser that asks nothing of the network; undefined where none can be started. */
export async function startBrowser(): Promise<Browser | undefined> {
  const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
  for (const executablePath of places) {
    const browser = await chromium.launch({ executablePath, args }).catch(() => undefined);
    if (browser !== undefined) return browser;
  }
  return undefined;
}
