package server

import (
	"mime"
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// accepted is one range of an Accept header.
type accepted struct {
	mediaType  string
	parameters map[string]string // but for q
	q          float64
}

// readAccept reads the ranges that can be read.
func readAccept(header string) (all []accepted) {
	for part := range strings.SplitSeq(header, ",") {
		mediaType, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := 1.0
		if text, ok := parameters["q"]; ok {
			if q, err = strconv.ParseFloat(text, 64); err != nil {
				continue
			}
			delete(parameters, "q")
		}
		all = append(all, accepted{mediaType, parameters, q})
	}
	return all
}

// fit tells how closely a range names an offer; 0 where it does not. Parameters
// that the offer has not are passed over, for clients send many.
func (a accepted) fit(mediaType string, parameters map[string]string) int {
	kind, _, _ := strings.Cut(mediaType, "/")
	switch a.mediaType {
	case "*/*":
		return 1
	case kind + "/*":
		return 2
	case mediaType:
	default:
		return 0
	}
	fit := 3
	for name, value := range a.parameters {
		if own, ok := parameters[name]; ok && !strings.EqualFold(own, value) {
			return 0
		} else if ok {
			fit++
		}
	}
	return fit
}

// negotiate picks the offer that the Accept headers prefer: that of the highest
// q, which is the one of the range that fits an offer most closely. Among
// equals it takes the one that the header names first, then the closest, then
// the first offer, which is also the choice where there is no header.
// https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
func negotiate(headers []string, offers ...string) (string, error) {
	header := strings.TrimSpace(strings.Join(headers, ","))
	if header == "" {
		return offers[0], nil
	}
	ranges := readAccept(header)
	best, most := "", preference{}
	for _, offer := range offers {
		if p := prefer(ranges, offer); p.q > 0 && (best == "" || p.over(most)) {
			best, most = offer, p
		}
	}
	if best == "" {
		return "", fault.New(fault.Invalid, "nothing in Accept %.100q can be given", header).Hinted("accept one of: %s", strings.Join(offers, ", "))
	}
	return best, nil
}

// preference is how much an offer is wanted.
type preference struct {
	q       float64
	at, fit int // of the range that fits most closely
}

func prefer(ranges []accepted, offer string) (p preference) {
	mediaType, parameters, _ := mime.ParseMediaType(offer) // ours can be read
	for at, a := range ranges {
		if fit := a.fit(mediaType, parameters); fit > p.fit {
			p = preference{a.q, at, fit}
		}
	}
	return p
}

// over tells whether an offer is wanted more than an earlier one.
func (p preference) over(other preference) bool {
	switch {
	case p.q != other.q:
		return p.q > other.q
	case p.at != other.at:
		return p.at < other.at
	}
	return p.fit > other.fit
}
