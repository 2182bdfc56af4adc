import { useEffect, useState } from "react";
import { countUnsent } from "../../../offline/store";

/** How many records of anybody wait on this phone. */
export const useUnsent = (): number => {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let left = false;
    void countUnsent().then((found) => {
      if (!left) setCount(found);
    });
    return () => {
      left = true;
    };
  }, []);
  return count;
};
