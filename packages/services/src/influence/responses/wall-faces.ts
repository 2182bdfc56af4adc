import { listFacesOfNames, listUpvotedBy, type WallRow } from "@cml/db/influence";
import { recipientKeyOf, type WallResponse } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { accountOf } from "./voter";

/** Rows of the wall with the faces we have, and whether whoever is signed in gave them an upvote. */
export const toWallResponses = async (deps: Deps, actor: Actor, rows: readonly WallRow[]): Promise<WallResponse[]> => {
  const known = rows.filter(({ personKey }) => !personKey.startsWith("name:"));
  const account = await accountOf(deps, actor);
  const [faces, mine] = await Promise.all([
    known.length === 0 ? [] : listFacesOfNames(deps.db, [...new Set(known.map(({ representativeName }) => representativeName))]),
    account === null || rows.length === 0
      ? null
      : listUpvotedBy(
          deps.db,
          rows.map(({ id }) => id),
          { ...account, deviceHash: null },
        ),
  ]);
  const keyOf = new Map(faces.map((face) => [recipientKeyOf(face), face.photoKey]));
  return rows.map((row) => {
    const photoKey = keyOf.get(row.personKey);
    return {
      ...row,
      photoUrl: photoKey === undefined ? null : `/files/${photoKey}`,
      upvotedByMe: mine === null ? null : mine.includes(row.id),
    };
  });
};
