/** The mailbox's own style sheet, in the product's colours; the page loads nothing else. */
export const mailboxStyle = `
:root { color-scheme: light dark; --ground: #f7f8fa; --card: #fff; --ink: #1b2430; --soft: #5a6675; --line: #dde2e8; --accent: #1f5fbf; --warn: #fff4d6; --warn-ink: #5c4300; --danger: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --card: #1c2229; --ink: #e8ecf1; --soft: #a3afbd; --line: #323b46; --accent: #8ab4f8; --warn: #3d3215; --warn-ink: #ffe6a6; --danger: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Inter Variable", system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { background: var(--warn); color: var(--warn-ink); padding: .75rem 1rem; border-radius: .5rem; margin: 0 0 1rem; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 0 1rem; }
.bar form { display: flex; gap: .5rem; flex: 1 1 18rem; }
input[type=search] { flex: 1; min-width: 0; min-height: 2.75rem; padding: 0 .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
button, .button { min-height: 2.75rem; padding: 0 1rem; font: inherit; font-weight: 600; border-radius: .5rem; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; }
.danger { color: var(--danger); border-color: currentColor; }
.soft { color: var(--soft); }
ul.mails { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
ul.mails li + li { border-top: 1px solid var(--line); }
ul.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none; }
ul.mails a:hover { background: var(--ground); }
ul.mails strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
ul.mails time { color: var(--soft); font-variant-numeric: tabular-nums; }
ul.mails span { grid-column: 1 / -1; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 65vh; border: 1px solid var(--line); border-radius: .75rem; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; font: .9375rem/1.5 ui-monospace, monospace; }
details { margin: 1rem 0 0; } summary { cursor: pointer; font-weight: 600; min-height: 2rem; }
nav.pages { display: flex; justify-content: space-between; margin-top: 1rem; }
`;
