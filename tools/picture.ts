/** Makes docs/pictures/workbench.png, the picture in the README: the workbench after Load, with a refused edit explained in the pane. */
