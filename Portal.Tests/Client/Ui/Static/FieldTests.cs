using Bunit;
using Portal.Client.Ui.Static;

namespace Portal.Tests.Client.Ui.Static;

public sealed class FieldTests : UiContext
{
    private string? _value = "typed";

    [Fact]
    public void The_label_names_the_input()
    {
        var field = Draw();

        Assert.Equal(field.Find("input").Id, field.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void A_password_is_never_sent_back() => Assert.DoesNotContain("typed", Draw("password").Markup, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_typed_arrives()
    {
        await Draw("password").Find("input").ChangeAsync("another");

        Assert.Equal("another", _value);
    }

    private IRenderedComponent<Field> Draw(string type = "text") => Render<Field>(parameters => parameters
        .Add(field => field.Label, "Name")
        .Add(field => field.Type, type)
        .Bind(field => field.Value, _value, value => _value = value, () => _value));
}
