package table

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// member is a field of an object, in the order of the answer.
type member struct {
	name  string
	value any // nil, string, bool, json.Number, []any or []member
}

// read reads an object and keeps the order of members.
func read(data []byte) ([]member, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	tree, err := decode(decoder)
	if err != nil {
		return nil, err
	}
	object, _ := tree.([]member)
	return object, nil
}

func decode(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := decode(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	case json.Delim('{'):
		object := []member{}
		for decoder.More() {
			name, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := decode(decoder)
			if err != nil {
				return nil, err
			}
			object = append(object, member{fmt.Sprint(name), value})
		}
		_, err := decoder.Token()
		return object, err
	}
	return token, nil
}

// scalars gives the texts of a list that holds neither objects nor lists.
func scalars(list []any) (texts []string, flat bool) {
	for _, element := range list {
		switch element.(type) {
		case []member, []any:
			return nil, false
		}
		texts = append(texts, fmt.Sprint(element))
	}
	return texts, true
}

// branches tells whether a value has a list in it that takes lines of its own.
func branches(value any) bool {
	switch v := value.(type) {
	case []member:
		for _, m := range v {
			if branches(m.value) {
				return true
			}
		}
	case []any:
		_, flat := scalars(v)
		return !flat
	}
	return false
}
