/** Where the working map's tiles are; a path of this server. */
export const doorTiles = "/tiles/staff/{z}/{x}/{y}.mvt";
