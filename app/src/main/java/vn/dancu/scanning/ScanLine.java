package vn.dancu.scanning;

/**
 * What the scanning office reports of one paper form.
 *
 * @param pages images of it, at least one
 * @param imageSha256 digest of the stored image, 64 hexadecimal digits
 */
public record ScanLine(String formNo, int pages, String imageSha256) {}
