type Props = { size?: number; title?: string };

/** A door ajar with a speech-bubble's tail: letters and doors. Draws in the current primary colour. */
export const BrandMark = ({ size = 28, title }: Props) => (
  <svg width={size} height={size} viewBox="0 0 32 32" role={title === undefined ? "presentation" : "img"} aria-label={title}>
    <path
      d="M7 2h18a5 5 0 0 1 5 5v15a5 5 0 0 1-5 5H13.5L8 31v-4H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5Z"
      fill="var(--mantine-color-spruce-filled)"
    />
    <path d="M10 7h12v15H10z" fill="#fff" opacity=".28" />
    <path d="M10 7l8 2.6V24l-8-2z" fill="#fff" />
    <circle cx="15.6" cy="16" r="1.25" fill="var(--mantine-color-spruce-filled)" />
  </svg>
);
