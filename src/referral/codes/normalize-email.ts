import { refusal } from "../../core/shared.js";

/** An address as one mailbox has it. */
export interface NormalizedEmail {
  readonly address: string;
  /** The domain, if it is not one where anybody can have a mailbox; else null. */
  readonly privateDomain: string | null;
}

/** Domains where strangers share a domain. */
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set(
  (
    "126.com 139.com 163.com 189.cn aliyun.com aol.com daum.net fastmail.com foxmail.com free.fr gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net " +
    "googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it icloud.com laposte.net libero.it live.co.uk " +
    "live.com live.fr live.nl mac.com mail.com mail.ru me.com msn.com naver.com orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me " +
    "proton.me protonmail.com qq.com rediffmail.com rocketmail.com sina.cn sina.com sohu.com t-online.de tutanota.com uol.com.br vip.163.com " +
    "vip.qq.com wanadoo.fr web.de wo.cn wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr " +
    "yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com"
  ).split(" "),
);

/**
 * The address that a mail reaches, whatever was written: for hashing, so that two accounts of one mailbox are found out.
 *
 * Trimmed and in small letters; `+tag` is dropped everywhere; gmail.com and googlemail.com are one, and only there dots do not count.
 * Hash both parts with a key before passing them on; the library keeps no address.
 * @throws INVALID_EMAIL
 * @example
 * import { normalizeEmail } from "clientele/referral";
 * normalizeEmail(" A.nna+promo@GoogleMail.com "); // => { address: "anna@gmail.com", privateDomain: null }
 * normalizeEmail("a.nna@example.com"); // => { address: "a.nna@example.com", privateDomain: "example.com" }
 * @category Codes
 */
export function normalizeEmail(address: string): NormalizedEmail {
  const text = typeof address === "string" ? address.normalize("NFKC").trim().toLowerCase() : "";
  const at = text.lastIndexOf("@");
  const written = text.slice(at + 1);
  const domain = written === "googlemail.com" ? "gmail.com" : written;
  const [untagged = ""] = text.slice(0, Math.max(at, 0)).split("+");
  const mailbox = domain === "gmail.com" ? untagged.replaceAll(".", "") : untagged;
  if (mailbox === "" || !/^[^\s@]+$/.test(mailbox) || !/^[^\s@.]+(\.[^\s@.]+)+$/.test(domain)) {
    throw refusal("INVALID_EMAIL", ["address"], "an e-mail address such as anna@example.com", address);
  }
  return { address: `${mailbox}@${domain}`, privateDomain: PUBLIC_DOMAINS.has(domain) ? null : domain };
}
