export { reencodeImage, type ReencodedImage, type ReencodeOptions } from "./reencode-image";
