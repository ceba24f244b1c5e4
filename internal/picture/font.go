package picture

import (
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
)

// fonts are the faces that text in SVG is set in, all of one width: Liberation
// Sans, which PNG is drawn with and everything is measured with, has the
// measures of Arial and Helvetica.
const fonts = "'Liberation Sans', Arial, Helvetica, sans-serif"

// typeface is the font that is shipped.
var typeface = sync.OnceValue(func() *opentype.Font {
	f, err := opentype.Parse(liberationsansregular.TTF)
	if err != nil {
		panic(err) // the bytes are part of the program
	}
	return f
})

// face gives the font in a size; a face is for one goroutine.
func face(size float64) font.Face {
	f, err := opentype.NewFace(typeface(), &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		panic(err) // no size is refused
	}
	return f
}

// ruler measures at a size so large that hinting tells nothing.
var ruler = struct {
	sync.Mutex
	face func() font.Face
}{face: sync.OnceValue(func() font.Face { return face(rulerSize) })}

const rulerSize = 256

// measure is how wide words are, rounded up to tenths of a pixel.
func measure(words string, size float64) float64 {
	ruler.Lock()
	defer ruler.Unlock()
	wide := font.MeasureString(ruler.face(), words)
	tenths := (int64(wide)*int64(size*10) + 64*rulerSize - 1) / (64 * rulerSize)
	return float64(tenths) / 10
}

// wrap breaks words into lines of at most so many pixels, and cuts what is
// longer with an ellipsis.
func wrap(words string, size, width float64, most int) []string {
	fields := strings.Fields(words)
	var lines []string
	for len(fields) > 0 {
		n := 1
		for n < len(fields) && measure(strings.Join(fields[:n+1], " "), size) <= width {
			n++
		}
		if len(lines) == most-1 {
			return append(lines, cut(strings.Join(fields, " "), size, width))
		}
		lines = append(lines, cut(strings.Join(fields[:n], " "), size, width))
		fields = fields[n:]
	}
	return lines
}

// cut shortens words to a width.
func cut(words string, size, width float64) string {
	if measure(words, size) <= width {
		return words
	}
	letters := []rune(words)
	for len(letters) > 1 && measure(string(letters)+"…", size) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ,-–") + "…"
}
