export const geocodingErrorsEn = {
  geocoder: {
    refused: "It refuses our key or our questions. Look at the key and at what it is allowed to do.",
    busy: "Its limit is used up for now. Try again later.",
    unreachable: "It does not answer.",
    unreadable: "It answers something that cannot be read. Is the address right?",
    noKey: "This geocoder needs a key before it can be switched on.",
    unknown: "This geocoder does not exist.",
  },
  geocodeRun: {
    another: "Addresses are being geocoded already. Wait until that has ended, or stop it.",
    nothing: "There is nothing to geocode.",
    notFound: "This run does not exist.",
    ended: "This run has already ended.",
  },
  unmatchedRun: {
    nobody: "Nobody who waits has a door that sure.",
    another: "People are being put at their doors already. Wait until that has ended, or stop it.",
    notFound: "This run does not exist.",
    ended: "This run has already ended.",
    notBroken: "This run was not stopped; there is nothing to go on with.",
    cannotUndo: "There is nothing to take back.",
  },
  duplicateScan: { ended: "No search for duplicates is under way." },
  tray: {
    placedMeanwhile: "Somebody else has placed this address meanwhile.",
    notFound: "This address no longer waits for a place.",
    notPlaced: "This address cannot be placed: it cannot be read as one, or another row of its file already stands there.",
    noBuilding: "That building is no longer there.",
    notOnMap: "This address is not on the map from here.",
    doorUsed: "Somebody was at this door or changed it since. It stays on the map.",
  },
};
