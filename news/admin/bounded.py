"""Lists that nobody counts: a page knows whether there is a next one, and the last is not far."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import EmptyPage, InvalidPage, Page, Paginator
from django.utils.functional import cached_property

# Rows that a list shows at most. Whoever has not found it by then does better with a filter or a search.
DEEPEST = 1000


class BoundedPage(Page):
    """A page that was asked for with one row more than it shows."""

    has_more = False

    def has_next(self):
        """Whether there was such a row, and the list goes so deep."""
        return self.has_more and self.number < self.paginator.num_pages


class BoundedPaginator(Paginator):
    """Pages down to `DEEPEST` rows, whether or not there are so many."""

    @cached_property
    def count(self):
        """Nobody knows; at most so many are shown."""
        return DEEPEST

    def page(self, number):
        """A page. Raises EmptyPage beyond the last row."""
        number = self.validate_number(number)
        bottom = (number - 1) * self.per_page
        rows = list(self.object_list[bottom : bottom + self.per_page + 1])
        if number > 1 and not rows:
            raise EmptyPage(self.error_messages["no_results"])
        page = BoundedPage(rows[: self.per_page], number, self)
        page.has_more = len(rows) > self.per_page
        return page


class BoundedChangeList(ChangeList):
    """A list of the admin in such pages."""

    def get_results(self, request):
        """Read one page. Every row can be chosen for an action, no more than those of the page at once."""
        self.paginator = self.model_admin.get_paginator(request, self.queryset, self.list_per_page)
        try:
            self.page = self.paginator.page(self.page_num)
        except InvalidPage as error:
            raise IncorrectLookupParameters from error
        self.result_list = self.page.object_list
        self.result_count = self.full_result_count = len(self.result_list)
        self.show_full_result_count = self.can_show_all = False
        self.show_admin_actions = True
        self.multi_page = self.page.has_other_pages()

    @property
    def is_cut_off(self) -> bool:
        """Whether there are more rows than the list shows."""
        return self.page.has_more and not self.page.has_next()

    @property
    def newer(self) -> str:
        """The query of the page before this one; empty on the first."""
        return self.get_query_string({"p": self.page_num - 1}) if self.page_num > 1 else ""

    @property
    def older(self) -> str:
        """The query of the next page; empty on the last."""
        return self.get_query_string({"p": self.page_num + 1}) if self.page.has_next() else ""
