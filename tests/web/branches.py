"""Which ways of the templates were taken: every macro, and both ways of every ``if``.

The templates of an environment are compiled with a mark put into each way; what they print stays
as it is.
"""

from jinja2 import Environment, nodes

_MARK = "mark_of_a_way"


class Ways:
    """The ways of an environment's templates from now on.

    Attributes:
        there: all ways of the templates that were loaded, as ``file:line`` and what it is.
        taken: those that ran.
    """

    def __init__(self, environment: Environment, only: str) -> None:
        """Begin with an environment that has loaded nothing; mark files whose name begins so."""
        self.there: set[str] = set()
        self.taken: set[str] = set()
        self._only = only
        self._parse = environment._parse
        environment._parse = self._marked  # type: ignore[method-assign]
        environment.globals[_MARK] = self._take

    @property
    def missed(self) -> list[str]:
        return sorted(self.there - self.taken)

    def _take(self, way: str, value: object = "") -> object:
        self.taken.add(way)
        return value

    def _marked(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = self._parse(source, name, filename)
        if name is not None and name.startswith(self._only):
            self._mark_all(template, name)
        return template

    def _mark_all(self, template: nodes.Template, name: str) -> None:
        ifs = list(template.find_all(nodes.If))
        further = {id(one) for chain in ifs for one in chain.elif_}
        for macro in list(template.find_all(nodes.Macro)):
            self._mark_body(macro.body, macro, f"{name}: macro {macro.name}")
        for one in ifs:
            self._mark_body(one.body, one, f"{name}:{one.lineno} if so")
            if id(one) not in further:
                self._mark_body(one.else_, one, f"{name}:{one.lineno} if not")
        for choice in list(template.find_all(nodes.CondExpr)):
            choice.expr1 = self._call(choice, f"{name}:{choice.lineno} if so", choice.expr1)
            if choice.expr2 is not None:
                choice.expr2 = self._call(choice, f"{name}:{choice.lineno} else", choice.expr2)

    def _mark_body(self, body: list[nodes.Node], at: nodes.Node, way: str) -> None:
        body.insert(0, nodes.Output([self._call(at, way)], lineno=at.lineno))

    def _call(self, at: nodes.Node, way: str, *value: nodes.Expr) -> nodes.Call:
        self.there.add(way)
        mark = nodes.Name(_MARK, "load", lineno=at.lineno)
        return nodes.Call(mark, [nodes.Const(way), *value], [], None, None, lineno=at.lineno)
