import { AppError } from "@cml/domain/kernel";
import { PMTiles, type RangeResponse, type Source, TileType } from "pmtiles";

export type BasemapFacts = {
  format: "mvt" | "png" | "jpeg" | "webp";
  maxZoom: number;
  /** Names of the layers of a vector one. */
  layers: string[];
  /** As it stands in the file, without markup. */
  attribution: string | null;
};

export type Basemap = {
  facts: () => Promise<BasemapFacts>;
  /** Unpacked bytes; null where the file has no such tile. */
  tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
};

/** Reads bytes of the file; `length` more than there are gives fewer. */
export type ReadRange = (start: number, length: number) => Promise<Buffer>;

/** A basemap in one file (PMTiles 3), read by ranges. Throws AppError INVALID `import.notBasemap` where it is something else. */
export const openBasemap = (key: string, readRange: ReadRange): Basemap => {
  const archive = new PMTiles(new RangeSource(key, readRange));
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof AppError ? cause : new AppError("INVALID", "import.notBasemap", {}, { cause });
    }
  };
  return {
    facts: () => guarded(() => readFacts(archive)),
    tile: (z, x, y) =>
      guarded(async () => {
        const found = await archive.getZxy(z, x, y);
        return found === undefined ? null : new Uint8Array(found.data);
      }),
  };
};

const formats: Readonly<Partial<Record<TileType, BasemapFacts["format"]>>> = {
  [TileType.Mvt]: "mvt",
  [TileType.Png]: "png",
  [TileType.Jpeg]: "jpeg",
  [TileType.Webp]: "webp",
};

const readFacts = async (archive: PMTiles): Promise<BasemapFacts> => {
  const { tileType, maxZoom } = await archive.getHeader();
  const format = formats[tileType];
  if (format === undefined) throw new AppError("INVALID", "import.notBasemap");
  const metadata: unknown = await archive.getMetadata();
  const fields = typeof metadata === "object" && metadata !== null ? (metadata as Record<string, unknown>) : {};
  const layers = Array.isArray(fields["vector_layers"]) ? (fields["vector_layers"] as unknown[]) : [];
  const attribution =
    typeof fields["attribution"] === "string"
      ? fields["attribution"]
          .replace(/<[^>]*>/g, "")
          .trim()
          .slice(0, 300)
      : "";
  return {
    format,
    maxZoom,
    layers: layers.flatMap((layer) => {
      const id = typeof layer === "object" && layer !== null && "id" in layer ? layer.id : null;
      return typeof id === "string" ? [id] : [];
    }),
    attribution: attribution === "" ? null : attribution,
  };
};

class RangeSource implements Source {
  constructor(
    private readonly key: string,
    private readonly readRange: ReadRange,
  ) {}

  getKey(): string {
    return this.key;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const bytes = await this.readRange(offset, length);
    // A copy of its own: small buffers share one pool.
    return { data: new Uint8Array(bytes).buffer };
  }
}
