/** What a person needs after the start: where everything is, and once, how to sign in. */
export const describeHouse = ({ url, dataDir, embeddedMail, administrator, people = [] }) => {
  const lines = [
    "",
    "Changemaker is running.",
    "",
    `  Public site    ${url}/`,
    `  Admin          ${url}/admin/`,
    `  Canvass app    ${url}/canvass/`,
    ...(embeddedMail ? [`  Mailbox        ${url}/mailbox`] : []),
    `  Data folder    ${dataDir}`,
  ];
  if (administrator !== null) {
    lines.push("", "  Sign in as the administrator (shown only this once; change it after signing in):");
    lines.push(`    E-mail       ${administrator.email}`, `    Password:    ${administrator.password}`);
  }
  if (people.length > 0) {
    lines.push("", "  People of the demo (shown this once):");
    for (const { name, email, password } of people) lines.push(`    ${name}: ${email}  ${password}`);
  }
  if (embeddedMail) lines.push("", "  Mail stays in the mailbox of this computer until SMTP is set up; nothing is delivered.");
  return `${[...lines, "", "  Ctrl-C stops everything.", ""].join("\n")}\n`;
};
