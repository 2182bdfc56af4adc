import { headerValues, type InboundMail } from "./inbound-mail";

// Any of these, however filled, was put there by a program (vacation programs, Exchange, cPanel, MDaemon, ticket systems).
const automaticHeaders = [
  "x-autoreply",
  "x-auto-reply",
  "x-autorespond",
  "x-autoresponder",
  "x-autoreply-from",
  "x-mail-autoreply",
  "x-auto-response-suppress",
  "x-ms-exchange-inbox-rules-loop",
  "x-fc-machinegenerated",
] as const;

const automaticPrecedence = /^(auto[-_ ]?reply|bulk|junk|list)$/i;

// An office that answers "Re: Safe streets" and means it is told from a program by what follows the Re.
const automaticSubject =
  /automatic (reply|response)|auto[- ]?(reply|response|responder)\b|out of (the )?office|\booo\b|on vacation|away from (my|the) (desk|office|mail)|réponse (automatique|d.absence)|(message|avis|notification) d.absence|absen(t|te|ce) du bureau|^absence\b|hors du bureau|accusé de réception( automatique)?|acknowledge?ment of (receipt|your)|confirmation of receipt/i;
const thanksSubject =
  /^(thank you for (contacting|writing|your (e-?mail|message|letter|correspondence|inquiry|enquiry))|thanks for (contacting|your (e-?mail|message))|(your|we have received your) (e-?mail|message|correspondence)( has been| was)? ?(received)?|merci (de|pour) (votre|avoir)|nous avons (bien )?reçu votre)/i;

const automaticText =
  /this is an? auto[- ]?(mated|matic|matically|reply|response|generated)|(automatically|auto[- ])generated|automated (reply|response|acknowledge?ment|message|e-?mail|confirmation)|do not reply to this (automated |automatic )?(e-?mail|message)|i am (currently )?(out of (the )?office|away from|on (vacation|leave|annual leave|parental leave))|i will be out of (the )?office|réponse automatique|message (est )?(généré|envoyé) automatiquement|courriel automatisé|accusé de réception automatique|(veuillez|prière) (de )?ne pas répondre à ce (message|courriel)|je (suis|serai) (actuellement |présentement )?(absente?|en (vacances|congé)|hors du bureau)|à l.extérieur du bureau/i;

/** What shows that a program wrote this mail, named for people; null when nothing does. */
export const automaticSign = (mail: InboundMail): string | null => {
  const submitted = headerValues(mail, "auto-submitted").find((value) => !/^no\b/i.test(value));
  if (submitted !== undefined) return `Auto-Submitted: ${submitted.slice(0, 40)}`;
  const header = automaticHeaders.find((name) => headerValues(mail, name).some((value) => !/^(no|none|false)?$/i.test(value)));
  if (header !== undefined) return header;
  const precedence = [...headerValues(mail, "precedence"), ...headerValues(mail, "x-precedence")];
  if (precedence.some((value) => automaticPrecedence.test(value))) return "Precedence";
  if (headerValues(mail, "list-id").length + headerValues(mail, "list-unsubscribe").length > 0) return "list";
  if (automaticSubject.test(mail.subject) || thanksSubject.test(mail.subject.trim())) return "subject";
  return automaticText.test(newWords(mail.text)) ? "text" : null;
};

/** What the writer added: up to the mail quoted below it, at most 3,000 characters. */
const newWords = (text: string): string => {
  const quoted = text.search(
    /^(>|-{2,} ?(original message|message d.origine)|_{10,}|on .{5,80} wrote:|le .{5,80} a écrit ?:|(from|de) ?: .+@)/im,
  );
  return text.slice(0, quoted > 0 ? Math.min(quoted, 3_000) : 3_000);
};
