package server

import (
	"bytes"
	"net/http"
	"sync"

	"github.com/klauspost/compress/gzhttp"
	"github.com/klauspost/compress/gzip"
)

// minZipped is the size in bytes from which an answer is compressed: a smaller
// one goes in one packet either way.
const minZipped = 1 << 10

// zipLevel is how hard it is tried: higher levels make answers a few percent
// smaller in several times the time.
const zipLevel = gzip.BestSpeed

// varied are the headers of a request that choose between forms of an answer.
const varied = "Accept, Accept-Encoding"

// compressed sends by gzip, as they are made, answers to clients that take it.
// What is compressed already goes as it is.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.EnableZstd(false), gzhttp.MinSize(minZipped), gzhttp.CompressionLevel(zipLevel))
	if err != nil {
		panic(err) // the options are constants
	}
	return wrap(next)
}

// zippers are used again, for each has large tables.
var zippers = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, zipLevel) // refuses unknown levels only
	return w
}}

// zip compresses an answer; nil where it is too small for that.
func zip(body []byte) []byte {
	if len(body) < minZipped {
		return nil
	}
	w := zippers.Get().(*gzip.Writer)
	defer zippers.Put(w)
	var zipped bytes.Buffer
	w.Reset(&zipped)
	_, _ = w.Write(body) // a buffer takes it
	_ = w.Close()
	return zipped.Bytes()
}

// takesGzip tells whether a request names gzip among the codings it accepts.
func takesGzip(r *http.Request) bool {
	for _, header := range r.Header["Accept-Encoding"] {
		for _, a := range readAccept(header) {
			if a.mediaType == "gzip" {
				return a.q > 0
			}
		}
	}
	return false
}
