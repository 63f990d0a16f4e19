using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Portal.Client.Shell;
using Portal.Tests.Client.Ui;

namespace Portal.Tests.Client.Shell;

public sealed class PageBoundaryTests : UiContext
{
    [Fact]
    public void On_a_circuit_a_page_that_fails_takes_itself_away()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var drawn = Draw();

        Assert.Equal("Something went wrong", drawn.Markup);
    }

    [Fact]
    public void What_fails_when_prerendered_is_answered_with_the_error_page()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Assert.Equal("Broken.", Assert.Throws<InvalidOperationException>(Draw).Message);
    }

    private IRenderedComponent<PageBoundary> Draw() => Render<PageBoundary>(parameters => parameters
        .AddChildContent<Broken>()
        .Add(boundary => boundary.ErrorContent, _ => builder => builder.AddContent(0, "Something went wrong")));

    private sealed class Broken : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("Broken.");
    }
}
