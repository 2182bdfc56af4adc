export type MailLinks = { mailto: string; gmail: string; outlook: string; bodyFits: { mailto: boolean; gmail: boolean; outlook: boolean } };

/** Longest whole address, encoded. Mail programs on Windows cut longer ones off in the middle of a word; the web ones take more. */
const longest = { mailto: 1_900, gmail: 6_000, outlook: 6_000 } as const;

/**
 * Links that open a new message in the supporter's own mail program (RFC 6068) or in a web mailbox. Where the text makes an
 * address too long it is left out as a whole, never cut, and `bodyFits` says that it is to be pasted.
 */
export const mailLinks = (letter: { to: string; subject: string; message: string }): MailLinks => {
  const to = encodeURIComponent(letter.to).replace("%40", "@");
  const subject = encodeURIComponent(letter.subject);
  const body = encodeURIComponent(letter.message.replace(/\r\n?|\n/g, "\r\n"));
  const whole = {
    mailto: `mailto:${to}?subject=${subject}&body=${body}`,
    gmail: `https://mail.google.com/mail/?view=cm&fs=1&to=${to}&su=${subject}&body=${body}`,
    outlook: `https://outlook.live.com/mail/0/deeplink/compose?to=${to}&subject=${subject}&body=${body}`,
  };
  const fits = {
    mailto: whole.mailto.length <= longest.mailto,
    gmail: whole.gmail.length <= longest.gmail,
    outlook: whole.outlook.length <= longest.outlook,
  };
  const link = (program: keyof typeof whole) => (fits[program] ? whole[program] : whole[program].replace(/&body=.*$/s, ""));
  return { mailto: link("mailto"), gmail: link("gmail"), outlook: link("outlook"), bodyFits: fits };
};
