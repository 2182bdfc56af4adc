import { enhancedStatusIn } from "./delivery-report";

// What servers without status codes write, in the order in which it is looked for.
const byPhrase: readonly (readonly [RegExp, string])[] = [
  [/mailbox (is )?full|over ?quota|quota exceeded|insufficient (system )?storage|boîte (aux lettres )?(est )?pleine/i, "5.2.2"],
  [/too (large|big)|size (limit|exceed)|exceeds? .{0,30}size|trop volumineux/i, "5.3.4"],
  [
    /user unknown|unknown user|no such (user|recipient|address|mailbox)|does(n.t| not) exist|invalid recipient|recipient (not found|rejected|unknown)|no mailbox here|address (not found|unknown)|(destinataire|adresse) (inconnue?|introuvable)|wasn.t found at/i,
    "5.1.1",
  ],
  [/(account|mailbox|user).{0,20}(disabled|inactive|suspended|unavailable)|désactivé/i, "5.2.1"],
  [/spam|blocked|blacklist|blocklist|denied by policy|policy (reasons|violation)|poor reputation|dmarc|spf/i, "5.7.1"],
  [/not authori[sz]ed|not permitted|restricted|permission|non autorisé/i, "5.7.2"],
  [/too many hops|mail loop|loop(s)? back/i, "5.4.6"],
  [/(been|message).{0,30}(in the queue|undelivered).{0,30}too long|delivery time ?(d )?(out|expired)|retry (time)?out/i, "4.4.7"],
  [/host (or domain name )?not found|connection (timed out|refused)|no route|unreachable|dns/i, "4.4.1"],
];

/** The status code (RFC 3463) that a server's free words hold or amount to; "5.0.0" when they name no reason we know. */
export const statusFromWords = (text: string): string =>
  enhancedStatusIn(text) ?? byPhrase.find(([phrase]) => phrase.test(text))?.[1] ?? "5.0.0";
