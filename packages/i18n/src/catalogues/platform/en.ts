export const en = {
  errors: {
    fetch: {
      notAllowed: "A picture cannot be taken from this address. Use a public address that begins with https://.",
      unreachable: "There was no answer from that address. Check it, or try again later.",
      status: "That address answered with an error ({{status}}).",
      slow: "That address took too long to answer.",
      redirects: "That address sends on from place to place without end.",
      type: "There is no file of the right kind at that address.",
      tooLarge: "The file at that address is too large: at most {{megabytes}} MB.",
    },
    image: {
      format: "This kind of file cannot be used. Use a JPEG, PNG, WebP, GIF, TIFF or HEIF picture.",
      unreadable: "This picture cannot be read. It may be damaged.",
      tooManyPixels: "This picture is too large: at most {{megapixels}} million pixels.",
    },
  },
};
