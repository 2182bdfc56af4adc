/** Where the supporter came from, `?s=flyer` in the page's address; kept with the letter, never with a person. */
export const letterSource = (): string | null => new URLSearchParams(window.location.search).get("s")?.slice(0, 200) || null;
