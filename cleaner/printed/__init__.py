"""What printed pages have beside their text: page numbers, running heads and feet."""
