import { expect, it } from "vitest";
import { embedSnippet } from "./embed-snippet";

it("escapes a title, which stands in an attribute of another site", () => {
  expect(embedSnippet("https://act.example", { slug: "velo", title: `"><script>alert(1)</script> & more` })).toBe(
    '<iframe src="https://act.example/embed/velo" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" width="100%" height="760" style="border:0" loading="lazy"></iframe>',
  );
});
