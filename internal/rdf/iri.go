package rdf

import "strings"

// reference is an IRI or a relative reference, cut as RFC 3986, appendix B,
// has it. Each part keeps its delimiter, so that one that is there but empty
// differs from one that is not, and the parts joined are the reference.
type reference struct {
	scheme    string // "http:"
	authority string // "//example.org"
	path      string
	query     string // "?a=b"
	fragment  string // "#c"
}

func cutReference(text string) (r reference) {
	text, r.fragment = cutBefore(text, "#")
	text, r.query = cutBefore(text, "?")
	if colon := strings.IndexByte(text, ':'); colon > 0 && !strings.Contains(text[:colon], "/") {
		r.scheme, text = text[:colon+1], text[colon+1:]
	}
	if rest, ok := strings.CutPrefix(text, "//"); ok {
		host, path := cutBefore(rest, "/")
		r.authority, text = "//"+host, path
	}
	r.path = text
	return r
}

// cutBefore cuts text before the first delimiter.
func cutBefore(text, delimiter string) (before, from string) {
	if at := strings.Index(text, delimiter); at >= 0 {
		return text[:at], text[at:]
	}
	return text, ""
}

// resolve gives the IRI that a reference means under an absolute base, by the
// strict algorithm of RFC 3986, section 5.2, and with no other normalisation,
// as Turtle wants it. What has a scheme stays as it is.
func resolve(base, text string) string {
	b, r := cutReference(base), cutReference(text)
	switch {
	case r.scheme != "":
		return text
	case r.authority != "":
		r.path = withoutDots(r.path)
	case r.path == "":
		r.path = b.path
		if r.query == "" {
			r.query = b.query
		}
	case r.path[0] == '/':
		r.path = withoutDots(r.path)
	case b.path == "" && b.authority != "":
		r.path = withoutDots("/" + r.path)
	default:
		r.path = withoutDots(b.path[:strings.LastIndexByte(b.path, '/')+1] + r.path)
	}
	if r.authority == "" {
		r.authority = b.authority
	}
	return b.scheme + r.authority + r.path + r.query + r.fragment
}

// withoutDots removes the segments . and .. from a path (section 5.2.4).
func withoutDots(path string) string {
	out := make([]byte, 0, len(path))
	up := func() {
		for len(out) > 0 && out[len(out)-1] != '/' {
			out = out[:len(out)-1]
		}
		out = out[:max(0, len(out)-1)]
	}
	for path != "" {
		switch {
		case strings.HasPrefix(path, "../"):
			path = path[3:]
		case strings.HasPrefix(path, "./"):
			path = path[2:]
		case strings.HasPrefix(path, "/./"):
			path = path[2:]
		case path == "/.":
			path = "/"
		case strings.HasPrefix(path, "/../"):
			path = path[3:]
			up()
		case path == "/..":
			path = "/"
			up()
		case path == "." || path == "..":
			path = ""
		default:
			segment := path
			if next := strings.IndexByte(path[1:], '/'); next >= 0 {
				segment = path[:1+next]
			}
			out = append(out, segment...)
			path = path[len(segment):]
		}
	}
	return string(out)
}
