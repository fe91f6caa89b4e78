// Looks at the built site (`npm run test:site` builds it) in headless Chromium.
import { runVitest } from "./run-vitest.mjs";

runVitest(["tests/site"], { SITE: "1" });
