export const localImportEn = {
  boundaries:
    "Import districts (wards, ridings) from a GeoJSON file (gzip too) or a zipped shapefile, so that they are found without the network.",
  boundaryFile: "GeoJSON, gzipped GeoJSON, or a .zip of a shapefile",
  set: "name of the set as in Represent’s addresses, such as edmonton-wards or federal-electoral-districts-2023-representation-order",
  from: "first day on which these districts are in force (YYYY-MM-DD); an older edition of the set ends then",
  boundarySource: "where the file is from",
  idColumn: "column with each district’s id, where it is not guessed",
  nameColumn: "column with its English name",
  frenchColumn: "column with its French name",
  lines:
    "Import roads, water and railways, which the plain map is drawn from, out of OpenStreetMap data (.osm.pbf), GeoJSON (gzip too) or a zipped shapefile.",
  lineFile: "an .osm.pbf extract, GeoJSON, gzipped GeoJSON, or a .zip of a shapefile",
  lineSource: "where the file is from; with a line’s id there it says which line is the same one",
  lineKind: "what the lines of a file are that does not say so itself",
  basemap: "Lay a basemap of your own under every map: one PMTiles file, vector or raster.",
  basemapFile: "a .pmtiles file",
  basemapRemove: "take the basemap away again",
  basemapWhich: "Name a file, or say --remove.",
  basemapDone: "The basemap is in use ({{format}}, up to zoom {{maxZoom}}). Shown with it: {{attribution}}",
  basemapRemoved: "The basemap is gone; maps are plain again.",
  basemapNone: "There was no basemap.",
  representatives: "Import who sits for districts or councils from a CSV file. The file is the whole truth of each council it names.",
  council: "name of the council, for rows that do not name one",
  representativeColumns: `Columns (a header row; order, case and spaces do not matter; only office, and name or vacant, are needed):
  council         short name of the council; the set’s slug at Represent where it is the same council (toronto-city-council)
  council_name    its full name
  level           federal, provincial, municipal or school_board; else reckoned from the office
  province        two letters (ON)
  office          MP, MLA, Mayor, Councillor …
  name            the whole name; or first_name and last_name
  first_name, last_name
  gender          F or M; empty where it is not known
  party
  boundary_set    the set of districts, as given to “import boundaries --set”; empty for a seat of the whole council
  district_id     the district’s id in that set
  district        the district’s name
  vacant          yes: nobody sits there, the seat is kept
  email
  phone, fax, address   of the office; \\n in the address begins a new line
  office_type     legislature or constituency
  url             the person’s page
  contact_url     page with a contact form, for people without an e-mail address
  photo_url       fetched once, kept as a small picture of our own
  language        the one language the office asks to be written in: en or fr`,
  resume: "Go on with an import that was stopped or failed, from where it stood.",
  undo: "Take an import back: addresses and the register at any time, districts and representatives for 30 days.",
  importId: "the id the import ended with",
  undone: "The import was taken back; everything stands as before.",
  undoWith: "To take it back: cm import undo {{importId}}",
  removed: "{{removed}} no longer in the file were removed.",
  rejectedRowOf: "row {{row}} of {{file}}: {{reason}} ({{detail}})",
  rejectedRow: "row {{row}}: {{reason}} ({{detail}})",
  badSet: "A set is a name of small letters, digits and dashes.",
  badDay: "A day is written YYYY-MM-DD.",
  reasons: {
    noOffice: "no office",
    noName: "no name",
    badEmail: "not an e-mail address",
    badLevel: "not a level of government",
    badDistrict: "not a district: boundary_set takes small letters, digits and dashes, district_id letters, digits, dashes and underscores",
    badProvince: "not a province",
    duplicateInFile: "a second time in the file",
    notPolygon: "not an area",
    badPosition: "a corner without a place on the map",
    openRing: "the outline is not closed",
    tooFewPoints: "too few corners",
    crossing: "the outline crosses itself",
    dateLine: "it reaches the date line or a pole",
    overlappingParts: "two of its parts overlap",
    holeOutside: "a hole lies outside its part",
    noLine: "no line",
    notInExtract: "its points are not in the extract",
    noArea: "no area",
    tooLarge: "too many corners",
  },
};
