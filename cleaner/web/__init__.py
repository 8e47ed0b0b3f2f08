"""What web pages have beside their text: the site's shell."""
