"""What each line of a document is: prose, verse, list, table, code, heading; and where articles begin."""
