package io.github.camelfreshsales.content;

/** The body as it is. */
final class RawContentWriter implements ContentWriter {

    @Override
    public RequestBody write(Document document, String contentType) {
        return ByteBodies.of(document.content(), contentType);
    }
}
