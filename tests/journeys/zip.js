// Writes ZIP archives, compressed as most programs do.
import { crc32, deflateRawSync } from "node:zlib";

/** An archive of files: pairs of a name and a content. */
export function zip(files) {
  const parts = [], directory = [];
  let offset = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content), path = Buffer.from(name), data = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    [20, 0x800, 8, 0, 0x21].forEach((number, at) => common.writeUInt16LE(number, 2 * at));
    [crc32(bytes), data.length, bytes.length].forEach((number, at) => common.writeUInt32LE(number, 10 + 4 * at));
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
    parts.push(entry);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, place, path);
    offset += entry.length;
  }
  const list = Buffer.concat(directory), end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06"), end]);
}

/** A Word document of these paragraphs. */
export function docx(title, paragraphs) {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  const related = (kind, target) => `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/${kind}" Target="${target}"/>`;
  return zip([
    ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ["_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related("officeDocument", "word/document.xml")}${related("core-properties", "docProps/core.xml")}</Relationships>`],
    ["docProps/core.xml", `<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>Ana Bell</dc:creator></p>`],
    ["word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`],
  ]);
}
