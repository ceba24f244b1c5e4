package quadstore

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc/xsd"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// kind is the first byte of a value in the dictionary. The rest is the text of
// an IRI, a blank node or a plain string, or a language tag or full datatype
// IRI, a NUL and the text. Kinds from typed on share their texts: an Int and
// the typed string that N-Quads has for it are one RDF term, hence one value,
// and it comes back as it first came in.
type kind byte

const (
	iriKind kind = iota
	blankKind
	plainKind
	languageKind
	typedKind
	intKind
	floatKind
	boolKind
	timeKind
)

// The datatypes of native values, in full: quad writes them with a prefix.
const (
	integerType  = xsd.NS + "integer"
	doubleType   = xsd.NS + "double"
	booleanType  = xsd.NS + "boolean"
	dateTimeType = xsd.NS + "dateTime"
)

// sameTerm tells whether two values as the dictionary has them are one RDF term.
func sameTerm(a string, b []byte) bool {
	return min(kind(a[0]), typedKind) == min(kind(b[0]), typedKind) && a[1:] == string(b[1:])
}

// appendValue writes a value as the dictionary has it; false where it cannot
// be in any.
func appendValue(to []byte, v quad.Value) ([]byte, bool) {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(to, byte(iriKind)), v...), true
	case quad.BNode:
		return append(append(to, byte(blankKind)), v...), true
	case quad.String:
		return append(append(to, byte(plainKind)), v...), true
	case quad.LangString:
		return appendPair(to, languageKind, v.Lang, string(v.Value))
	case quad.TypedString:
		return appendPair(to, typedKind, string(v.Type), string(v.Value))
	case quad.Int:
		return appendPair(to, intKind, integerType, strconv.FormatInt(int64(v), 10))
	case quad.Float:
		return appendPair(to, floatKind, doubleType, string(v.TypedString().Value))
	case quad.Bool:
		return appendPair(to, boolKind, booleanType, string(v.TypedString().Value))
	case quad.Time:
		return appendPair(to, timeKind, dateTimeType, time.Time(v).UTC().Format(time.RFC3339Nano))
	}
	return to, false
}

func appendPair(to []byte, k kind, tag, text string) ([]byte, bool) {
	to = append(append(to, byte(k)), tag...)
	return append(append(to, 0), text...), strings.IndexByte(tag, 0) < 0
}

// parseValue is the inverse of appendValue. The value shares the entry's memory.
func parseValue(entry string) quad.Value {
	k, text := kind(entry[0]), entry[1:]
	switch k {
	case iriKind:
		return quad.IRI(text)
	case blankKind:
		return quad.BNode(text)
	case plainKind:
		return quad.String(text)
	}
	tag, text, _ := strings.Cut(text, "\x00")
	switch k {
	case languageKind:
		return quad.LangString{Value: quad.String(text), Lang: tag}
	case typedKind:
		return quad.TypedString{Value: quad.String(text), Type: quad.IRI(tag)}
	}
	return parseNative(k, text)
}

// parseNative reads what appendValue wrote of a native value; check has seen
// to it that it can be read.
func parseNative(k kind, text string) quad.Value {
	switch k {
	case intKind:
		n, _ := strconv.ParseInt(text, 10, 64)
		return quad.Int(n)
	case floatKind:
		f, _ := strconv.ParseFloat(text, 64)
		return quad.Float(f)
	case boolKind:
		b, _ := strconv.ParseBool(text)
		return quad.Bool(b)
	default:
		t, _ := time.Parse(time.RFC3339Nano, text)
		return quad.Time(t)
	}
}

// check refuses a value that no N-Quads file could hold or that would not come
// back as it is. Relative and prefixed IRIs are let through: Cayley uses them.
func check(v quad.Value) error {
	switch v := v.(type) {
	case quad.IRI:
		return checkName("IRI", string(v))
	case quad.BNode:
		return checkName("blank node", string(v))
	case quad.String:
		return checkText(string(v))
	case quad.LangString:
		if err := checkName("language tag", v.Lang); err != nil {
			return err
		}
		return checkText(string(v.Value))
	case quad.TypedString:
		if err := checkName("datatype", string(v.Type)); err != nil {
			return err
		}
		return checkText(string(v.Value))
	case quad.Time:
		if year := time.Time(v).UTC().Year(); year < 0 || year > 9999 {
			return fault.New(fault.Invalid, "time in the year %d: RFC 3339 has 0 to 9999", year).
				Hinted("write it as a typed string")
		}
	case quad.Int, quad.Float, quad.Bool:
	default:
		return fault.New(fault.Invalid, "value of type %T", v).Hinted("use the types of package quad")
	}
	return nil
}

// checkName holds a name to what N-Quads allows within < and >.
func checkName(what, name string) error {
	if name == "" {
		return fault.New(fault.Invalid, "empty %s", what)
	}
	if !utf8.ValidString(name) || strings.IndexFunc(name, forbidden) >= 0 {
		return fault.New(fault.Invalid, "%s %q holds a character that N-Quads forbids", what, name).
			Hinted("percent-encode it")
	}
	return nil
}

func forbidden(r rune) bool {
	switch r {
	case '<', '>', '"', '{', '}', '|', '^', '`', '\\':
		return true
	}
	return r <= ' '
}

func checkText(text string) error {
	if !utf8.ValidString(text) {
		return fault.New(fault.Invalid, "text %.40q is not UTF-8", text)
	}
	return nil
}
