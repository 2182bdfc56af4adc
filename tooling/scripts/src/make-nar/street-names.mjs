import fs from "node:fs";
import { chanceOf, pickerOf } from "./chance.mjs";

const words = (text) => text.trim().split(/\s*,\s*/);

const english =
  words(`Maple, Oak, Elm, Cedar, Pine, Birch, Willow, Spruce, Ash, Poplar, Chestnut, Hawthorne, Laurel, Juniper, Hemlock, Main, Church, King,
  Queen, Prince, Victoria, Albert, Wellington, Elizabeth, George, Charlotte, Edward, William, Lake, River, Park, Mill, Station, Hill, Bridge, Market, Water, Front,
  Bay, Harbour, School, Centre, College, University, Metcalfe, O'Connor, MacDonald, McArthur, Mackenzie, Laurier, Borden, Bronson, Gladstone, Somerset, Preston,
  Rochester, Churchill, Kent, Lyon, Percy, Nicholas, Rideau, Sussex, Dalhousie, Murray, Clarence, York, St. Patrick, St. Andrew, St. Clair, Springfield, Crichton,
  Hillsdale, Acacia, Lisgar, Cooper, Gilmour, Frank, Waverley, Lewis, Argyle, Catherine, Isabella, Fairmont, Breezehill, Sherwood, Woodroffe, Carling, Merivale,
  Baseline, Hunt Club, Walkley, Heron, Bank, Alta Vista, Smyth, Pleasant Park, Kilborn, Conroy, Russell, Innes, Ogilvie, Blair, Jeanne d'Arc, Greenbank, Fallowfield,
  Strandherd, Cambrian, Borrisokane, Eagleson, Hazeldean, Castlefrank, Terry Fox, Campeau, Klondike, March, Old Second Line, Carp, Huntmar, Stittsville Main, Fernbank,
  Lamson, Thompson, Robertson, Anderson, Campbell, Stewart, Fraser, Murphy, Kelly, O'Brien, Sinclair, Douglas, Cameron, Hamilton, Graham, Wallace, Nelson, Drummond`);
const starts = words(
  `Silver, Cedar, Maple, Oak, Stone, Clear, Glen, Spring, West, North, East, South, High, Black, White, Green, Briar, Ash, Elm, Fern, Haw, Lin, Mead, Old, River, Rose, Sandy, Sunny, Wood, Wild, Bell, Brook, Copper, Deer, Eagle, Fox, Golden, Heather, Iron, Kings`,
);
const ends = words(
  `brook, wood, field, dale, ridge, view, crest, haven, mere, stone, gate, side, bank, ford, ton, ville, bury, hurst, land, leigh, mount, point, shore, vale, well`,
);
const saints =
  words(`Jean, Joseph, Pierre, Paul, Laurent, Denis, Hubert, Charles, François, Louis, Antoine, Michel, André, Jacques, Étienne, Rédempteur, Raymond, Dominique,
  Bernard, Georges, Germain, Henri, Hilaire, Jérôme, Léon, Martin, Médard, Norbert, Patrice, Philippe, Régis, Roch, Thomas, Vincent, Zotique`);
const saintes = words(
  `Catherine, Anne, Marie, Thérèse, Cécile, Geneviève, Hélène, Julie, Rose, Agathe, Élisabeth, Marguerite, Monique, Ursule, Bernadette`,
);
const french =
  words(`Montfort, Montcalm, Champlain, Papineau, Frontenac, Cartier, Laval, Lévis, Dollard, Garneau, Crémazie, Nelligan, Vaudreuil, Bourget, Lafontaine,
  du Parc, du Moulin, de l'Église, du Lac, de la Rivière, des Érables, des Pins, des Ormes, des Bouleaux, des Cèdres, des Peupliers, des Chênes, des Trembles, du Ruisseau,
  de la Montagne, du Domaine, de la Colline, des Champs, du Verger, de la Gare, du Collège, de l'Hôpital, du Couvent, de la Fabrique, des Plaines, des Hautes-Plaines,
  du Plateau, de la Cité, de l'Atmosphère, de l'Horizon, des Grives, des Alouettes, des Hirondelles, du Faubourg, de la Savane, de Cannes, de Versailles, de Provence,
  d'Orléans, Émile-Zola, Gabrielle-Roy, Félix-Leclerc, Émile-Nelligan, Père-Lacombe, Louis-Hébert, Marie-Rollet, Jeanne-Mance, Maisonneuve, Notre-Dame, Principale, Royale,
  Beauséjour, Bellevue, Beaurivage, Mont-Bleu, Belleau, Bériault, Carillon, Charlevoix, Courcelette, Eddy, Fournier, Gamelin, Isabelle, Jolicoeur, Labelle, Lamennais, Leduc`);

const frenchNames = [...french, ...saints.map((name) => `Saint-${name}`), ...saintes.map((name) => `Sainte-${name}`)];
const englishNames = [...english, ...starts.flatMap((start) => ends.map((end) => `${start}${end}`))];

/** Real counts of street types: [type, share in Quebec], those too rare to matter left out. */
const readTypes = () =>
  fs
    .readFileSync(new URL("../../../fixtures/nar/street-types.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")))
    .filter(([type]) => type !== "")
    .map(([type, quebec, all]) => ({ type, quebec: Number(quebec), elsewhere: Number(all) - Number(quebec) }));

const suffixOf = (number) => {
  if (number % 100 >= 11 && number % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
};

/** Gives a town one street after another; none twice, the same names in other towns. */
export const streetNamesOf = (/** @type {import("./cities.mjs").Town} */ town, { seed, numbered, quadrants, quebec }) => {
  const chance = chanceOf(seed);
  const types = readTypes();
  const frenchType = pickerOf(types.filter(({ quebec: n, elsewhere }) => n > elsewhere).map(({ type, quebec: n }) => [type, n]));
  const englishType = pickerOf(types.filter(({ quebec: n, elsewhere }) => elsewhere > n).map(({ type, elsewhere }) => [type, elsewhere]));
  const taken = new Set();
  let lastNumber = 0;
  const propose = (axis) => {
    if (chance.is(numbered)) {
      lastNumber += 1;
      const name = quadrants ? String(lastNumber) : `${lastNumber}${suffixOf(lastNumber)}`;
      return { name, type: axis === "x" ? "AVE" : "ST", isFrench: false };
    }
    if (chance.is(town.french))
      return { name: frenchNames[chance.below(frenchNames.length)], type: frenchType(chance.next()), isFrench: true };
    return { name: englishNames[chance.below(englishNames.length)], type: englishType(chance.next()), isFrench: false };
  };
  const directionOf = (axis, { x, y }, isFrench) => {
    if (quadrants) return y >= 0 ? "NW" : "SW";
    if (!chance.is(0.12)) return "";
    if (axis === "y") return y >= 0 ? "N" : "S";
    return x >= 0 ? "E" : quebec && isFrench ? "O" : "W";
  };
  return (axis, place) => {
    for (;;) {
      const street = propose(axis);
      const direction = directionOf(axis, place, street.isFrench);
      const key = `${street.name}|${street.type}|${direction}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return { ...street, direction };
    }
  };
};
