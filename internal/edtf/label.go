package edtf

// Label is the date in English words.
func (d Date) Label() string { return d.text }
