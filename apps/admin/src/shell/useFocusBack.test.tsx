import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { useFocusBack } from "./useFocusBack";

const Sheet = ({ onClose }: { onClose: () => void }) => {
  useFocusBack();
  return <input autoFocus onKeyDown={onClose} aria-label="Inside" />;
};

const List = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Row
      </button>
      {isOpen && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
};

it("is given back to the row when what it opened is closed", async () => {
  render(<List />);
  const row = screen.getByText("Row");
  row.focus();
  fireEvent.click(row);
  const inside = screen.getByLabelText("Inside");
  await waitFor(() => expect(document.activeElement).toBe(inside));
  fireEvent.keyDown(inside, { key: "Escape" });
  await waitFor(() => expect(document.activeElement).toBe(row));
});
